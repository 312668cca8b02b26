/** Loads the sqlite3 package of a folder and prints which SQLite it holds; run as a process of its own by check-sqlite.mjs. */
try {
  const { Database } = require(process.argv[2]);
  new Database(':memory:').get('SELECT sqlite_version() AS version', (error, row) => {
    if (error) throw error;
    console.log(row.version);
  });
} catch (error) {
  console.error(error.message.split('\n')[0]);
  process.exit(1);
}
