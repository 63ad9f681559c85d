// Swiping is the browser's own scrolling; this adds arrows, dots and keys.
function set(carousel) {
  const slides = carousel.querySelector('.slides');
  const count = slides.children.length;
  const [previous, next] = carousel.querySelectorAll('.arrow');
  const dots = carousel.querySelector('.dots');
  const at = carousel.querySelector('.at');
  const smooth = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  let current = -1;

  const go = (index, behavior = smooth) => slides.scrollTo({ left: index * slides.clientWidth, behavior });
  const show = () => {
    const index = Math.min(count - 1, Math.max(0, Math.round(slides.scrollLeft / (slides.clientWidth || 1))));
    if (index === current) return;
    current = index;
    at.textContent = String(index + 1);
    previous.disabled = index === 0;
    next.disabled = index === count - 1;
    [...dots.children].forEach((dot, i) => i === index ? dot.setAttribute('aria-current', 'true') : dot.removeAttribute('aria-current'));
  };

  for (let i = 0; count > 1 && i < count; i++) {
    const dot = document.createElement('button');
    dot.type = 'button';
    dot.setAttribute('aria-label', `Photo ${i + 1}`);
    dot.addEventListener('click', () => go(i));
    dots.append(dot);
  }
  previous.hidden = next.hidden = count < 2;
  previous.addEventListener('click', () => go(current - 1));
  next.addEventListener('click', () => go(current + 1));
  slides.addEventListener('scroll', show, { passive: true });
  slides.addEventListener('keydown', event => {
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: count - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  });
  new ResizeObserver(() => current >= 0 && go(current, 'instant')).observe(slides);
  show();
}

const setAll = () => document.querySelectorAll('.carousel').forEach(set);
setAll();
document.addEventListener('renewed', setAll);
