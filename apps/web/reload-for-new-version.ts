const RELOADED_AT = 'samenbeter-reloaded-at';
const NOT_AGAIN_WITHIN_MS = 60_000;

/**
 * A page that was open during an upgrade asks for a part that is no longer there: it loads itself anew.
 * Nothing is lost: what is not sent yet is kept on the device.
 */
export function reloadForNewVersion(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(RELOADED_AT) ?? 0);
    if (!navigator.onLine || Date.now() - last < NOT_AGAIN_WITHIN_MS) return;
    event.preventDefault();
    sessionStorage.setItem(RELOADED_AT, String(Date.now()));
    location.reload();
  });
}
