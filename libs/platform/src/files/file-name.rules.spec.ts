import { nameFor, tidyFileName } from './file-name.rules.js';

describe('the name of an uploaded file', () => {
  it.each([
    ['身份证 正面.jpg', '身份证 正面.jpg'],
    ['..\\..\\etc/passwd.pdf', '.._.._etc_passwd.pdf'],
    ['扫描\u202efdp.exe', '扫描_fdp.exe'],
    ['a\u0007b\ud83d.pdf', 'a_b_.pdf'],
    ['con:1?.pdf', 'con_1_.pdf'],
    ['  ', 'file'],
    ['👍.pdf', '👍.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(tidyFileName(given)).toBe(kept);
  });

  it('keeps its ending however long it is, and no half character', () => {
    const kept = tidyFileName(`${'长'.repeat(193)}${'👍'.repeat(60)}.pdf`);
    expect([...kept]).toHaveLength(200);
    expect(kept.endsWith('👍.pdf')).toBe(true);
    expect(nameFor(kept, ['pdf'])).toBe(kept);
  });

  it('ends as what it is', () => {
    expect(nameFor('page.html', ['pdf'])).toBe('page.html.pdf');
    expect(nameFor('照片.JPEG', ['jpg', 'jpeg'])).toBe('照片.JPEG');
    expect(nameFor('无扩展名', ['png'])).toBe('无扩展名.png');
  });
});
