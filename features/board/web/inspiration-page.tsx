export function InspirationPage() {
  return <main />;
}
