import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { words } from './words.mjs';

/** What to type to get Python 3, make and a C++ compiler, by the package manager that a system has. */
const PACKAGE_MANAGERS = [
  ['apt-get', 'sudo apt-get install python3 make g++'],
  ['dnf', 'sudo dnf install python3 make gcc-c++'],
  ['yum', 'sudo yum install python3 make gcc-c++'],
  ['zypper', 'sudo zypper install python3 make gcc-c++'],
  ['pacman', 'sudo pacman -S python make gcc'],
  ['apk', 'sudo apk add python3 make g++'],
];

/** node-gyp finds Visual Studio 2019 and newer by themselves, with the workload for C++. */
const WINDOWS = [
  'winget install Microsoft.VisualStudio.2022.BuildTools --override "--wait --passive --add Microsoft.VisualStudio.Workload.VCTools --includeRecommended"',
  'winget install Python.Python.3.12',
];

const indented = (lines) => lines.map((line) => `  ${line}`).join('\n');

/** What a person installs on this very system to compile SQLite; `env` tells where its programs are. */
export function compilerAdvice(platform = process.platform, env = process.env) {
  if (platform === 'win32') return indented([words.compilerWindows, ...WINDOWS]);
  if (platform === 'darwin') return indented(['xcode-select --install']);
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const known = PACKAGE_MANAGERS.find(([program]) => folders.some((folder) => existsSync(join(folder, program))));
  return indented([known ? known[1] : words.compilerAny]);
}
