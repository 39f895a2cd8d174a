/** Where a screen is looked at; sets every size below it. */
export type Room = 'phone' | 'desk' | 'wall';
