// Shows what is new by itself, but never under the eyes of somebody who is watching or reading on.
const PAUSE_MS = 2000;

const isBusy = () =>
  window.scrollY > 200 ||
  [...document.querySelectorAll('video[controls]')].some(video => !video.paused || video.currentTime > 1) ||
  document.getSelection()?.toString();

async function look() {
  if (document.hidden || isBusy()) return;
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]');
  const shown = document.querySelector('[data-live]');
  if (!fresh || !shown || fresh.dataset.live === shown.dataset.live || isBusy()) return;
  shown.replaceWith(document.adoptNode(fresh));
  document.dispatchEvent(new Event('renewed'));
}

async function run() {
  await look().catch(() => {}); // The sandbox may be restarting.
  setTimeout(run, PAUSE_MS);
}
setTimeout(run, PAUSE_MS);
