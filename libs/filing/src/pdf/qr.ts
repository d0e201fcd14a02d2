import QRCode from 'qrcode';
import type { Paper } from './paper.js';

/** Drawn as rectangles: sharp at any size, and nothing that an archive format forbids. */
export function drawQr(
  paper: Paper,
  content: string,
  box: { readonly x: number; readonly y: number; readonly size: number; readonly alt: string },
): void {
  const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' });
  const step = box.size / modules.size;
  const figure = paper.doc.struct('Figure', {
    alt: box.alt,
    bbox: [box.x, box.y, box.x + box.size, box.y + box.size],
  } as object);
  const parent = paper.element('P');
  parent.add(figure);
  figure.add(() => {
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column) !== 0) {
          // A hair wider than the step, so that no viewer shows seams.
          paper.doc.rect(box.x + column * step, box.y + row * step, step + 0.05, step + 0.05);
        }
      }
    }
    paper.doc.fill('#000000');
  });
  figure.end();
  parent.end();
}
