// Loaded into each service: when the process that started it is gone without a word (kill -9), it stops too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
