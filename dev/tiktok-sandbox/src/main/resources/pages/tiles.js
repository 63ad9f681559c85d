// Covers are read when they come near the window: a browser plays only so many videos on one page.
const near = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    target.preload = 'metadata';
    near.unobserve(target);
  }
}, { rootMargin: '300px' });

const watch = () => document.querySelectorAll('.tile video').forEach(video => near.observe(video));
watch();
document.addEventListener('renewed', watch);
