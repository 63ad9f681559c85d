import { ask, attempt, call, check, choice, el, field, hue, renew, tell } from './operator-tools.js';

const INTERACTIONS = ['comment', 'duet', 'stitch'];
const list = document.getElementById('creator-list');
const handles = new Map();

/** The handle of an open id, as far as it is known. */
export const handleOf = openId => handles.get(openId);

const pill = (text, tone = '') => el('span', { className: `pill ${tone}`, textContent: text });

function marks(creator) {
  return [
    creator.private && pill('Private'),
    creator.banned && pill('Banned', 'bad'),
    creator.audited === false && pill('Unaudited', 'busy'),
    ...creator.interactionsDisabled.map(name => pill(`no ${name}`)),
  ].filter(Boolean);
}

function changes(form, creator) {
  const data = new FormData(form);
  const changed = {
    private: data.has('private'),
    banned: data.has('banned'),
    audited: { app: null, yes: true, no: false }[data.get('audited')],
    interactionsDisabled: INTERACTIONS.filter(name => data.has(name)),
    maxDurationSeconds: Number(data.get('maxDurationSeconds')),
    postsPerDay: data.get('postsPerDay') === '' ? null : Number(data.get('postsPerDay')),
  };
  return Object.fromEntries(
    Object.entries(changed).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(creator[key])));
}

async function disconnect(creator) {
  const sure = await ask(
    `Disconnect @${creator.handle}? All its tokens die and its posts in flight fail, as if the creator had removed the app.`,
    'Disconnect');
  if (sure) await attempt(() => call('POST', `/sandbox/creators/${creator.openId}/disconnect`, {}), `@${creator.handle} is disconnected`);
}

function form(creator) {
  const audited = creator.audited === null ? 'app' : creator.audited ? 'yes' : 'no';
  const form = el('form', { className: 'fields', autocomplete: 'off' },
    field('App counts as audited', choice('audited', [['app', 'As in the settings'], ['yes', 'Yes'], ['no', 'No']], audited)),
    field('Longest video (seconds)', el('input', { name: 'maxDurationSeconds', type: 'number', min: 0, max: 600, required: true, value: creator.maxDurationSeconds })),
    field('Posts per day', el('input', { name: 'postsPerDay', type: 'number', min: 0, placeholder: 'as in the settings', value: creator.postsPerDay ?? '' })),
    el('fieldset', {}, el('legend', { textContent: 'Account' }), check('Private', 'private', creator.private), check('Banned from posting', 'banned', creator.banned)),
    el('fieldset', {}, el('legend', { textContent: 'Turned off by the creator' }),
      ...INTERACTIONS.map(name => check(name[0].toUpperCase() + name.slice(1), name, creator.interactionsDisabled.includes(name)))),
    el('div', { className: 'end' },
      el('a', { className: 'to-profile', href: `/@${creator.handle}`, textContent: 'Profile' }),
      el('button', { type: 'button', className: 'danger', textContent: 'Disconnect …', onclick: () => disconnect(creator) }),
      el('button', { className: 'primary', textContent: 'Save' })));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const changed = changes(form, creator);
    if (Object.keys(changed).length === 0) {
      tell('Nothing was changed');
      return;
    }
    if (await attempt(() => call('PATCH', `/sandbox/creators/${creator.openId}`, changed), `@${creator.handle} is saved`)) await showCreators(true);
  });
  return form;
}

function entry(creator, open) {
  const details = el('details', { open: open.has(creator.openId) },
    el('summary', {},
      el('span', { className: `avatar ${hue(creator.handle)}`, textContent: [...creator.displayName][0]?.toUpperCase() ?? '?', ariaHidden: 'true' }),
      el('span', { className: 'who-name' }, creator.displayName, el('small', { textContent: `@${creator.handle}` })),
      el('span', { className: 'marks' }, ...marks(creator))));
  details.dataset.id = creator.openId;
  // A form is built when it is wanted: there may be thousands of creators.
  const build = () => details.open && details.childElementCount === 1 && details.append(form(creator));
  details.addEventListener('toggle', build);
  build();
  return details;
}

/** Shows them as they are now; a form that somebody fills in stays, unless its own change is what is new. */
export async function showCreators(isOwnChange = false) {
  const creators = await call('GET', '/sandbox/creators');
  if (!isOwnChange && list.querySelector('details[open]')) return;
  const open = new Set([...list.querySelectorAll('details[open]')].map(details => details.dataset.id));
  handles.clear();
  for (const creator of creators) handles.set(creator.openId, creator.handle);
  renew(list, creators, creator => entry(creator, open));
  for (const select of document.querySelectorAll('.creator-choice')) {
    const chosen = select.value;
    select.replaceChildren(el('option', { value: '', textContent: 'Any' }),
      ...creators.map(creator => el('option', { value: creator.openId, textContent: `@${creator.handle}` })));
    select.value = [...handles.keys()].includes(chosen) ? chosen : '';
  }
}

export function startCreators() {
  const add = document.getElementById('creator-add');
  add.addEventListener('submit', async event => {
    event.preventDefault();
    const data = new FormData(add);
    const body = { handle: data.get('handle'), private: data.has('private') };
    if (data.get('displayName')) body.displayName = data.get('displayName');
    if (await attempt(() => call('POST', '/sandbox/creators', body), `@${body.handle} lives here now`)) {
      add.reset();
      await showCreators(true);
    }
  });
}
