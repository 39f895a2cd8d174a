import { feature } from '#packages/feature';
import {
  peopleAccess,
  peoplePart,
  peopleRefusals,
  personStreams,
  schoolStreams,
  teamStreams,
} from './domain/index.ts';

export const people = feature({
  name: 'people',
  streams: [teamStreams, schoolStreams, personStreams],
  parts: [peoplePart],
  access: peopleAccess,
  refusals: peopleRefusals,
});
