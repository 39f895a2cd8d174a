export function RhythmPage() {
  return <main />;
}
