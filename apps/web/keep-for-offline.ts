/** Has the service worker keep this page and the files that it was made of, so that a reload works without a network. */
export async function keepForOffline(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    const tell = () => active?.postMessage({ keep: filesOfThisPage() });
    if (document.readyState === 'complete') tell();
    else addEventListener('load', tell, { once: true });
  } catch {
    // A private window may refuse: the board still works, only not after a reload without a network.
  }
}

function filesOfThisPage(): string[] {
  const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname);
  return [...new Set(loaded.filter((path) => path.startsWith('/assets/')))];
}
