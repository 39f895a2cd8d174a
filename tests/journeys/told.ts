import { Product } from './product.ts';

/** For Playwright: the product starts from nothing once, and tells its demonstration; every journey gets a copy of its data. */
export default async function tellOnce(): Promise<() => Promise<void>> {
  const first = new Product();
  try {
    await first.start();
    await first.becomesTheFirst();
  } catch (error) {
    await first.stop();
    throw error;
  }
  return () => first.stop();
}
