// One reading of TypeScript for the build and for Jest, so that a test runs what is shipped.

/** Nest finds its injections in decorator metadata and class names; field initialisers must not shadow what
 * TypeORM and class-transformer assign (`useDefineForClassFields: false`). */
const typescriptOptions = {
  parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
  target: 'es2022',
  keepClassNames: true,
  transform: {
    legacyDecorator: true,
    decoratorMetadata: true,
    useDefineForClassFields: false,
  },
};

export const buildOptions = {
  swcrc: false,
  configFile: false,
  sourceMaps: true,
  inlineSourcesContent: false,
  jsc: { ...typescriptOptions, experimental: { keepImportAttributes: true } },
  module: { type: 'es6' },
};

/** Jest on Node 20 cannot `require` an ES module, and some packages of Nest's world do: inside Jest all is CommonJS. */
export const jestTypescript = {
  swcrc: false,
  jsc: typescriptOptions,
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: 'inline',
};

export const jestJavascript = {
  swcrc: false,
  jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs', ignoreDynamic: false },
  sourceMaps: 'inline',
};
