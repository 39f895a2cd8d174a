import { address } from '#packages/feature/web';

export const rhythmAt = address('/team/:team/rhythm');
