import type { Transaction } from '#packages/database';

/**
 * Schools that somebody has sight of: those with this in their name, or whose number in the government's register begins
 * like this. Which those are, the database knows. Only in a 'person' transaction.
 */
export const schoolsInSight = (sql: Transaction, text: string) => sql`
  select school.id, school.name, brin, site, governing_body.name as body
  from school left join governing_body on governing_body.id = school.governing_body_id
  where strpos(lower(school.name), lower(${text})) > 0 or starts_with(lower(brin), lower(${text}))`;
