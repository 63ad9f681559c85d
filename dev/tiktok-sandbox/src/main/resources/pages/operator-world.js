// Clock, settings and webhook deliveries.
import { attempt, call, check, choice, clockTime, el, field, often, renew, tell } from './operator-tools.js';
import { handleOf } from './operator-creators.js';

const CHOICES = {
  postId: ['NORMAL', 'LATE', 'NEVER'],
  invalidParamsWord: ['invalid_params', 'invalid_param'],
  oauthErrorStatus: [200, 400],
  tokenProfile: ['strict2026', 'legacy'],
  chunkReading: ['strict', 'lenient'],
  missingScopeWord: ['scope_not_authorized', 'scope_permission_missed'],
  progressHeader: ['BYTES', 'LAST_INDEX'],
  businessEmptiness: ['A', 'B', 'OFF'],
};
const $ = id => document.getElementById(id);
let settings = {};

function span(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  return [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(' ') || `${seconds} s`;
}

function showClock({ now, offsetSeconds }) {
  $('clock-now').textContent = `${now.slice(0, 10)} ${now.slice(11, 19)} UTC`;
  $('clock-now').dateTime = now;
  $('clock-ahead').textContent = offsetSeconds > 0 ? `${span(offsetSeconds)} ahead of the real time` : 'Runs with the real time';
}

const turn = body => attempt(async () => showClock(await call('POST', '/sandbox/clock', body)), 'The clock was moved');

export function startClock() {
  for (const button of document.querySelectorAll('[data-advance]')) {
    button.addEventListener('click', () => turn({ advance: button.dataset.advance }));
  }
  $('clock-set').addEventListener('submit', event => {
    event.preventDefault();
    turn({ set: `${event.target.elements.set.value.padEnd(19, ':00')}Z` });
  });
  return often(async () => showClock(await call('GET', '/sandbox/clock')), 1000);
}

/** camelCase as words. */
const words = name => {
  const apart = name.replace(/Ms$/, ' (ms)').replace(/([a-z])([A-Z])/g, (all, before, after) => `${before} ${after.toLowerCase()}`);
  return apart[0].toUpperCase() + apart.slice(1);
};

function control([name, value]) {
  if (typeof value === 'boolean') return check(words(name), name, value);
  if (CHOICES[name]) return field(words(name), choice(name, CHOICES[name].map(option => [String(option), String(option)]), String(value)));
  if (typeof value === 'number') return field(words(name), el('input', { name, type: 'number', min: 0, required: true, value }));
  return field(words(name), el('input', { name, value: value ?? '', placeholder: 'none', type: name.endsWith('Url') ? 'url' : 'text' }));
}

function changed(form) {
  const found = {};
  for (const [name, old] of Object.entries(settings)) {
    const input = form.elements[name];
    const value = typeof old === 'boolean' ? input.checked : typeof old === 'number' ? Number(input.value) : input.value || null;
    if (value !== old) found[name] = value;
  }
  return found;
}

export async function showSettings() {
  settings = await call('GET', '/sandbox/settings');
  const all = Object.entries(settings);
  const flags = all.filter(([, value]) => typeof value === 'boolean');
  $('setting-form').replaceChildren(
    ...all.filter(entry => !flags.includes(entry)).map(control),
    el('fieldset', {}, el('legend', { className: 'sr', textContent: 'Switches' }), ...flags.map(control)),
    el('div', { className: 'end' }, el('button', { className: 'primary', textContent: 'Save' })));
}

export function startSettings() {
  $('setting-form').addEventListener('submit', async event => {
    event.preventDefault();
    const wanted = changed(event.target);
    if (Object.keys(wanted).length === 0) {
      tell('Nothing was changed');
    } else if (await attempt(() => call('POST', '/sandbox/settings', wanted), 'The settings are saved')) {
      await showSettings();
    }
  });
  return showSettings();
}

function delivery(event) {
  const tone = { DELIVERED: 'good', DROPPED: 'bad' }[event.state] ?? 'busy';
  const attempts = event.attempts.map(one => one.error ?? (one.status === 0 ? 'no answer' : one.status)).join(', ');
  const next = event.nextAttemptAt ? ` · next at ${clockTime(event.nextAttemptAt)}` : '';
  return el('li', { className: 'entry' },
    el('span', { className: `pill ${tone}`, textContent: event.state.toLowerCase() }),
    el('span', { className: 'grow' }, el('code', { textContent: event.event }), ` @${handleOf(event.openId) ?? event.openId}`,
      el('small', { textContent: `${clockTime(event.createdAt)} · answers: ${attempts || 'none yet'}${next}` })));
}

const MOST = 50;

export function startWebhooks() {
  return often(async () => {
    const deliveries = (await call('GET', '/sandbox/webhooks')).slice(-MOST).reverse();
    $('webhook-empty').hidden = deliveries.length > 0;
    renew($('webhook-list'), deliveries, delivery);
  }, 2000);
}
