import type { peoplePart } from '#features/people/domain';
import { type Story, scenesOf } from '#packages/feature/story';
import type { Cast } from './cast.ts';

const { scene } = scenesOf<typeof peoplePart, Cast>();

/** Who was away. */
export const story: Story = [
  scene({
    board: 'lower',
    weeksAgo: 1,
    days: 1,
    time: '16:05',
    tell: async ({ act, state, who, day }) => {
      const wil = (await state()).member.get(who('wil'));
      if (!wil) throw new Error('Wil is not there');
      const { id: memberId, name, initials, workDays } = wil;
      const awayUntil = day(-1, 3);
      await act('anneke', 'member.describe', { memberId, name, initials, workDays, awayUntil });
    },
  }),
];
