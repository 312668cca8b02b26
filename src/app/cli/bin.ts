#!/usr/bin/env node
import { EXIT } from './command.ts';
import { complain, type Surroundings } from './io.ts';
import { languageOf } from './language.ts';
import { sqliteFailure } from './sqlite-failure.ts';

const args = process.argv.slice(2);
const surroundings: Surroundings = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
};

const failure = sqliteFailure();
if (failure === null) {
  const { main } = await import('./main.ts');
  process.exitCode = await main(args, surroundings);
} else {
  complain({ ...surroundings, language: languageOf(args, process.env) }, failure);
  process.exitCode = EXIT.internal;
}
