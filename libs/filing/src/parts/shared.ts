import type { Paper, TextStyle } from '../pdf/paper.js';
import { BODY_PITCH, SIZE } from '../pdf/paper.js';
import type { FilingLanguage } from '../filing.js';
import type { Cell } from '../pdf/table.js';

export const TITLE: TextStyle = { face: 'songHeavy', size: SIZE.two, align: 'center' };
export const BODY: TextStyle = { face: 'song', size: SIZE.three, justify: true };
export const SMALL: TextStyle = { face: 'song', size: SIZE.five };
export const HEADING: TextStyle = { face: 'hei', size: SIZE.smallFour };

export function title(paper: Paper, text: string, after = 10): void {
  paper.paragraph(text, TITLE, { tag: 'H1', pitch: 32, after });
}

/** One line with its parts at the left and the right edge, as stands above an official table. */
export function overTable(paper: Paper, left: string, right: string): void {
  const element = paper.element('P');
  const box = { x: paper.left, y: paper.y, width: paper.width, pitch: 18 };
  element.add(() => {
    paper.line(left, { ...SMALL, size: 10 }, box);
    paper.line(right, { ...SMALL, size: 10, align: 'right' }, box);
  });
  element.end();
  paper.y += 18;
}

/** Latin text runs longer than Chinese and reads well at a smaller size. */
const BODY_EN: TextStyle = { face: 'song', size: 12.5 };

export const bodyOf = (language: FilingLanguage): TextStyle => (language === 'en' ? BODY_EN : BODY);

export function body(paper: Paper, text: string, language: FilingLanguage): void {
  const isEnglish = language === 'en';
  paper.paragraph(text, bodyOf(language), {
    indent: isEnglish ? 0 : 2,
    pitch: isEnglish ? 20 : BODY_PITCH,
    after: isEnglish ? 6 : 0,
  });
}

export const amount = (text: string, more: Partial<Cell> = {}): Cell => ({
  text,
  align: 'right',
  face: 'figure',
  ...more,
});

export const label = (text: string, more: Partial<Cell> = {}): Cell => ({
  text,
  isHead: true,
  align: 'center',
  ...more,
});
