const KEPT = 'samenbeter-shortcuts';

/** Single letters do something, unless somebody switched that off on this device (WCAG 2.1.4). */
export const areShortcutsOn = (): boolean => localStorage.getItem(KEPT) !== 'off';

export const keepShortcutsOn = (isOn: boolean): void => localStorage.setItem(KEPT, isOn ? 'on' : 'off');
