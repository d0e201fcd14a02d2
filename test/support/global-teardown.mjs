export default async function globalTeardown() {
  const { database, release } = globalThis.yibuTestRun;
  await database.stop();
  release();
}
