export function ArrangingPage() {
  return <main />;
}
