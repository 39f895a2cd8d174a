/** Below what opened it where there is room, above it otherwise; never outside the screen. */
export function placeBy(sheet: HTMLElement, opener: HTMLElement): void {
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = sheet;
  const gap = 4;
  const below = at.bottom + gap + height <= window.innerHeight || at.top < height + gap;
  const top = below ? Math.min(at.bottom + gap, window.innerHeight - height - gap) : at.top - gap - height;
  const left = Math.min(at.left, window.innerWidth - width - gap);
  sheet.style.top = `${Math.max(gap, top)}px`;
  sheet.style.left = `${Math.max(gap, at.left > window.innerWidth / 2 ? at.right - width : left)}px`;
}
