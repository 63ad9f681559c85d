// What every part of the operator's page needs: the admin API, elements, and words to the operator.
const $ = id => document.getElementById(id);

/** An element with properties and children; text is always text. */
export function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** Calls the admin API; its JSON, null for an empty answer. Throws with the server's own words. */
export async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  let json = null;
  try {
    json = text === '' ? null : JSON.parse(text);
  } catch {
    // A page of an older sandbox; the status says enough.
  }
  if (!answer.ok) {
    const said = json?.message ?? `The sandbox answered ${answer.status}`;
    throw new Error(json?.field && !said.startsWith(json.field) ? `${json.field} ${said}` : said);
  }
  return json;
}

let hiding;
export function tell(words, isBad = false) {
  const notice = $('notice');
  notice.textContent = words;
  notice.classList.toggle('bad', isBad);
  notice.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => { notice.hidden = true; }, isBad ? 8000 : 3000);
}

/** Does something and says how it went. */
export async function attempt(action, done) {
  try {
    await action();
    if (done) tell(done);
    return true;
  } catch (error) {
    tell(error.message, true);
    return false;
  }
}

export function ask(question, yes) {
  const dialog = $('sure');
  $('sure-question').textContent = question;
  $('sure-yes').textContent = yes;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise(resolve => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
}

/** Repeats for as long as the page is looked at; a sandbox that is away is asked again. */
export function often(action, milliseconds) {
  const run = async () => {
    if (!document.hidden) await action().catch(() => {});
    setTimeout(run, milliseconds);
  };
  return run();
}

/** Replaces the children only when what they show has changed, so that nothing is lost under the operator's hands. */
export function renew(parent, shown, build) {
  const mark = JSON.stringify(shown);
  if (parent.dataset.shown === mark) return;
  parent.dataset.shown = mark;
  parent.replaceChildren(...shown.map(build));
}

export const field = (label, control) => el('label', {}, label, control);

export const check = (label, name, checked) =>
  el('label', { className: 'check' }, el('input', { type: 'checkbox', name, checked }), label);

export function choice(name, options, chosen) {
  const select = el('select', { name });
  for (const [value, label] of options) select.append(el('option', { value, textContent: label, selected: value === chosen }));
  return select;
}

/** The colour of a creator's circle, as on the profile. */
export const hue = handle => {
  let hash = 0;
  for (let i = 0; i < handle.length; i++) hash = (31 * hash + handle.charCodeAt(i)) | 0;
  return `hue${((hash % 8) + 8) % 8}`;
};

export const clockTime = iso => (iso ?? '').slice(11, 23).replace('Z', '');
