import { call, clockTime, el, often } from './operator-tools.js';
import { handleOf } from './operator-creators.js';

const MOST = 400;
const rows = document.querySelector('#request-table tbody');
const filter = document.getElementById('request-filter');
const pause = document.getElementById('request-pause');
const empty = document.getElementById('request-empty');
let seen = [];
let since = '';

/** The pages' own calls are not what anybody wants to watch. */
const isOfClient = request => /^\/(v2|open_api|video)\//.test(request.endpoint ?? request.path) || request.fault;

function row(request) {
  const status = request.status === 0 ? 'broken' : String(request.status);
  const answer = request.code ? `${status} ${request.code}` : status;
  const who = request.openId ? `@${handleOf(request.openId) ?? request.openId}` : '';
  const isBad = request.status === 0 || request.status >= 400 || request.fault;
  const tr = el('tr', { className: isBad ? 'bad' : '' },
    el('td', { textContent: clockTime(request.at), title: request.at ?? '' }),
    el('td', { textContent: answer }),
    el('td', {}, `${request.method} `, el('code', { textContent: request.endpoint ?? request.path })),
    el('td', { textContent: who }),
    el('td', { textContent: typeof request.fault === 'object' && request.fault ? request.fault.action ?? request.fault.id : request.fault ?? '' }),
    el('td', { className: 'num', textContent: request.durationMs === undefined ? '' : `${Math.round(request.durationMs)} ms` }));
  tr.dataset.words = tr.textContent.toLowerCase();
  return tr;
}

/** An older sandbox only counts: "POST /path/ 200 ok": 3. */
function fromCounts(counts) {
  return Object.entries(counts).map(([key, times]) => {
    const [method, path, status, code] = key.split(' ');
    return { method, path, status: Number(status) || 0, code: `${code ?? ''} ×${times}`.trim() };
  });
}

function narrow() {
  const wanted = filter.value.trim().toLowerCase();
  for (const tr of rows.children) tr.hidden = !tr.dataset.words.includes(wanted);
}

function show(fresh) {
  rows.prepend(...fresh.reverse().map(row));
  while (rows.childElementCount > MOST) rows.lastElementChild.remove();
  empty.hidden = rows.childElementCount > 0;
  narrow();
}

async function look() {
  if (pause.checked) return;
  const answer = await call('GET', `/sandbox/requests?limit=${MOST}${since && `&since=${encodeURIComponent(since)}`}`);
  if (!Array.isArray(answer)) {
    rows.replaceChildren();
    show(fromCounts(answer).filter(isOfClient));
    return;
  }
  if (answer.length === 0) return;
  // `since` takes its own instant along, so what came at that very instant was shown already.
  const marks = answer.map(request => JSON.stringify(request));
  show(answer.filter((request, i) => !seen.includes(marks[i]) && isOfClient(request)));
  since = answer.at(-1).at;
  seen = marks.filter((mark, i) => answer[i].at === since);
}

export function startRequests() {
  filter.addEventListener('input', narrow);
  return often(look, 1000);
}

/** Forgets what was shown; after a reset the sandbox has forgotten it too. */
export function clearRequests() {
  rows.replaceChildren();
  since = '';
  seen = [];
  empty.hidden = false;
}
