// The peer: the same SQL behind nothing but Node's own HTTP server. Forked; told the statements by message.
import http from 'node:http';
import mysql from 'mysql2/promise';

const { searchParams, username, password, pathname } = new URL(process.env.DATABASE_URL);
const pool = mysql.createPool({
  socketPath: searchParams.get('socket'),
  user: username,
  password,
  database: pathname.slice(1),
  connectionLimit: 10,
});

let statements = [];

const server = http.createServer(async (_request, response) => {
  const connection = await pool.getConnection();
  const results = [];
  for (const statement of statements) {
    results.push((await connection.query(statement))[0]);
  }
  connection.release();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(results));
});

process.on('message', (message) => {
  statements = message.statements ?? statements;
  const { user, system } = process.cpuUsage();
  process.send({ cpuMs: (user + system) / 1000 });
});
process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
