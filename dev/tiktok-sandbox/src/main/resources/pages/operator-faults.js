import { attempt, call, choice, el, field, often, renew } from './operator-tools.js';
import { handleOf } from './operator-creators.js';

const number = (name, label, value, extra = {}) => field(label, el('input', { name, type: 'number', min: 0, value, required: true, ...extra }));
const text = (name, label, value) => field(label, el('input', { name, value }));

const REASONS = ['internal', 'file_format_check_failed', 'duration_check_failed', 'frame_rate_check_failed', 'picture_size_check_failed',
  'video_pull_failed', 'photo_pull_failed', 'publish_cancelled', 'auth_removed', 'spam_risk_too_many_posts',
  'spam_risk_user_banned_from_posting', 'spam_risk_text', 'spam_risk'];

// Each action, and what it wants to know beyond which calls it strikes.
const ACTIONS = {
  delay: () => [number('delayMs', 'Delay (ms)', 2000)],
  status: () => [number('status', 'Status', 503, { min: 200, max: 599 }), text('code', 'Code', 'internal_error'),
    text('message', 'Message', ''), field('Retry-After (s)', el('input', { name: 'retryAfter', type: 'number', min: 0 }))],
  'rate-limit': () => [],
  'reset-before-read': () => [],
  'reset-after-bytes': () => [number('bytes', 'After bytes', 65536)],
  'drop-reply': () => [],
  'truncate-reply': () => [],
  'malformed-json': () => [],
  'slow-drip': () => [number('dripMs', 'Pause per byte (ms)', 50)],
  'wrong-content-range': () => [number('bytes', 'Lies by bytes', 1024)],
  'expire-upload': () => [],
  'revoke-token': () => [],
  stuck: () => [],
  flap: () => [],
  fail: () => [field('Reason', choice('failReason', REASONS.map(reason => [reason, reason]), 'internal'))],
  'big-ids': () => [],
};
const NUMBERS = ['nth', 'times', 'chunk', 'probability', 'seed', 'delayMs', 'status', 'retryAfter', 'bytes', 'dripMs'];
const ENDPOINTS = ['*', '/video/', '/v2/post/publish/creator_info/query/', '/v2/post/publish/video/init/', '/v2/post/publish/inbox/video/init/',
  '/v2/post/publish/content/init/', '/v2/post/publish/status/fetch/', '/v2/post/publish/cancel/', '/v2/oauth/token/', '/v2/oauth/revoke/',
  '/v2/user/info/', '/v2/video/list/', '/v2/video/query/'];
const MATCH = ['id', 'action', 'endpoint', 'openId', 'nth', 'times', 'seen', 'struck'];

const list = document.getElementById('fault-list');
const empty = document.getElementById('fault-empty');

async function show() {
  const faults = await call('GET', '/sandbox/faults');
  empty.hidden = faults.length > 0;
  renew(list, faults, entry);
}

function entry(fault) {
  const who = fault.openId ? ` by @${handleOf(fault.openId) ?? fault.openId}` : '';
  const calls = fault.times === 0 ? `from call ${fault.nth ?? 1} on` : `${fault.times ?? 1} × from call ${fault.nth ?? 1}`;
  const own = Object.entries(fault).filter(([key, value]) => !MATCH.includes(key) && value !== null).map(([key, value]) => `${key} ${value}`);
  const item = el('li', { className: 'entry' },
    el('span', { className: 'pill busy', textContent: fault.action }),
    el('span', { className: 'grow' }, el('code', { textContent: fault.endpoint ?? '*' }), who,
      el('small', { textContent: [calls, ...own].join(' · ') })),
    el('span', { textContent: `seen ${fault.seen ?? 0} · struck ${fault.struck ?? 0}` }));
  if (fault.id !== undefined) {
    item.append(el('button', { type: 'button', textContent: 'Clear', ariaLabel: `Clear ${fault.action}`,
      onclick: () => attempt(() => call('DELETE', `/sandbox/faults/${encodeURIComponent(fault.id)}`), 'The fault is gone').then(show) }));
  }
  return item;
}

/** What was filled in; a field that was left empty is not sent. */
function read(form) {
  const fault = {};
  for (const [key, value] of new FormData(form)) {
    if (value !== '') fault[key] = NUMBERS.includes(key) ? Number(value) : value;
  }
  return fault;
}

export function startFaults() {
  const form = document.getElementById('fault-add');
  const own = document.getElementById('fault-own');
  const { action } = form.elements;
  action.append(...Object.keys(ACTIONS).map(name => el('option', { value: name, textContent: name })));
  action.addEventListener('change', () => own.replaceChildren(...ACTIONS[action.value]()));
  action.dispatchEvent(new Event('change'));
  document.getElementById('endpoints').append(...ENDPOINTS.map(value => el('option', { value })));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (await attempt(() => call('POST', '/sandbox/faults', read(form)), 'The fault is set')) await show();
  });
  document.getElementById('fault-clear').addEventListener('click',
    () => attempt(() => call('DELETE', '/sandbox/faults'), 'It behaves again').then(show));
  return often(show, 1500);
}
