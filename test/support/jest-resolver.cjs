/**
 * Our files are ES modules that name each other as `./x.js` and `@yibu/lib`; the sources behind are TypeScript.
 * Inside Jest everything runs as CommonJS, so a package that only offers an `import` entry is taken by that entry.
 */
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

function ourSource(request, basedir) {
  if (request.startsWith('@yibu/')) {
    return path.join(root, 'libs', request.slice('@yibu/'.length), 'src/index.ts');
  }
  const isRelative = request.startsWith('./') || request.startsWith('../');
  if (!isRelative || !request.endsWith('.js') || basedir.includes('node_modules')) {
    return null;
  }
  const typescript = path.resolve(basedir, `${request.slice(0, -'.js'.length)}.ts`);
  return fs.existsSync(typescript) ? typescript : null;
}

module.exports = function resolve(request, options) {
  const ours = ourSource(request, options.basedir);
  if (ours !== null) {
    return ours;
  }
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    try {
      return options.defaultResolver(request, {
        ...options,
        conditions: ['import', ...options.conditions],
      });
    } catch {
      throw error;
    }
  }
};
