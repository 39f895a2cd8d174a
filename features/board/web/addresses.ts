import { address } from '#packages/feature/web';

export const sessionAt = address('/team/:team/session');
export const pastSessionsAt = address('/team/:team/sessions');
export const summaryAt = address('/team/:team/sessions/:session');
export const inspirationAt = address('/team/:team/inspiration');
export const historyAt = address('/team/:team/history');
export const arrangingAt = address('/team/:team/arrange');
