import { levelOf, type MoodScale } from '#features/board/domain';
import { MoodFace, WeatherPicture } from '#packages/ui';

/** A mark as a picture; nothing for a number or a word, which are text already. */
export function MarkPicture({ scale, mark }: { scale: MoodScale; mark: string }) {
  const level = levelOf(scale, mark);
  if (level === null) return null;
  return scale === 'weather' ? <WeatherPicture level={level} /> : <MoodFace level={level} />;
}
