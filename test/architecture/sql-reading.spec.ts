import { SqlReader } from '../support/sql-reading.js';

const reader = new SqlReader(new Set(['stay', 'bed', 'resident', 'claim', 'claim_line', 'item']));

/** Statements, each with the tables that it touches without saying of which center. */
const STATEMENTS: readonly (readonly [sql: string, unheld: readonly string[]])[] = [
  ['SELECT id FROM stay WHERE id = ?', ['stay']],
  ['SELECT id FROM stay WHERE id = ? AND center_id IN (?)', []],
  ['UPDATE stay SET until_on = ? WHERE id = ?', ['stay']],
  ['UPDATE `stay` SET `version` = version + 1 WHERE (`id` = ? AND `center_id` IN (?))', []],
  ['DELETE FROM stay WHERE id = ?', ['stay']],
  // A list of columns is no condition, and setting a center is none either.
  ['SELECT id, center_id FROM stay WHERE id = ?', ['stay']],
  ['SELECT id, center_id AS centerId FROM stay ORDER BY center_id', ['stay']],
  ["SELECT id FROM stay WHERE note = 'center_id = ?'", ['stay']],
  // What is joined by its key belongs to the same center; what is not, to anybody.
  ['SELECT 1 FROM stay s JOIN bed b ON b.id = s.bed_id WHERE s.center_id IN (?)', []],
  ['SELECT 1 FROM stay s JOIN bed b ON b.label = ? WHERE s.center_id IN (?)', ['bed']],
  ['SELECT 1 FROM stay s, bed WHERE s.center_id IN (?)', ['bed']],
  ['SELECT 1 FROM stay s JOIN bed b ON b.center_id <> s.center_id WHERE s.center_id = ?', ['bed']],
  // A condition beside an OR holds only sometimes.
  ['SELECT id FROM stay WHERE (? IS NULL OR center_id = ?)', ['stay']],
  ['SELECT id FROM stay WHERE id = ? OR center_id IN (?)', ['stay']],
  ['SELECT c.id FROM claim c WHERE (c.center_id IN (?) OR (c.organization_id = ? AND x = 1))', []],
  // Sub-selects speak for themselves, or hang by a key on what is outside.
  ['SELECT (SELECT COUNT(*) FROM bed) FROM stay WHERE center_id = ?', ['bed']],
  ['SELECT (SELECT label FROM bed b WHERE b.id = s.bed_id) FROM stay s WHERE s.center_id = ?', []],
  ['SELECT (SELECT label FROM bed b WHERE b.id = s.bed_id) FROM stay s', ['stay', 'bed']],
  ['SELECT 1 FROM bed WHERE id IN (SELECT bed_id FROM stay WHERE center_id = ?)', []],
  ['SELECT 1 FROM bed WHERE id IN (SELECT bed_id FROM stay WHERE id = ?)', ['bed', 'stay']],
  ['SELECT 1 FROM bed WHERE EXISTS (SELECT 1 FROM stay WHERE center_id = ?)', ['bed']],
  [
    'SELECT id FROM stay WHERE center_id = ? UNION ALL SELECT id FROM resident WHERE id = ?',
    ['resident'],
  ],
  // A bureau's batch is of its county, and so are its items.
  [
    `UPDATE batch SET status = ? WHERE id = ? AND county_code IN (?)
       AND NOT EXISTS (SELECT 1 FROM item i WHERE i.batch_id = batch.id)`,
    [],
  ],
  [
    'UPDATE batch SET status = ? WHERE id = ? AND NOT EXISTS (SELECT 1 FROM item i WHERE i.batch_id = batch.id)',
    ['item'],
  ],
  // A new row says whose it is.
  ['INSERT INTO stay (id, center_id) VALUES (?, ?)', []],
  ['INSERT INTO stay (id, bed_id) VALUES (?, ?)', ['stay']],
  ['INSERT INTO stay (id, center_id) SELECT id, center_id FROM bed WHERE center_id = ?', []],
  ['INSERT INTO stay (id, center_id) SELECT id, center_id FROM bed', ['bed']],
  ['SELECT id FROM center WHERE id = ?', []],
];

describe('a statement on the tables of centers', () => {
  it.each(STATEMENTS)('%s', (sql, unheld) => {
    expect(reader.unheldTables(sql)).toEqual(unheld);
  });
});
