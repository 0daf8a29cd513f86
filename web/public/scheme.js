// Runs before the first paint, so that a chosen scheme does not flash the other one.
try {
  const chosen = localStorage.getItem('counterclaim.scheme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.scheme = chosen;
} catch {
  // Storage may be closed to us: then the system's scheme holds.
}
