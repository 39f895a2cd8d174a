import { ChartsPart } from '#packages/charts/showcase';
import { useLanguage } from '#packages/i18n/react';
import { ComponentsPage as AllComponents } from '#packages/ui/showcase';

/** packages/ui knows no languages by itself. */
export function ComponentsPage() {
  const { language } = useLanguage();
  return (
    <AllComponents language={language}>
      <ChartsPart language={language} />
    </AllComponents>
  );
}
