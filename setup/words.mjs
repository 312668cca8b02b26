/** What the set-up says, in the language of the user's locale. It runs before anything is compiled, so it has its own words. */

const EN = {
  olderNode: (wanted, found) => `this project needs Node ${wanted}, and this is ${found}. Install a newer Node.`,
  installing: 'installing dependencies as locked',
  notInstalled: 'npm ci failed; see the messages above.',
  sqliteUnusable: (reason) => `the SQLite binary that is here can't be used: ${reason}. It is replaced`,
  sqliteDownload: (seconds) =>
    `getting SQLite's prebuilt binary, ${seconds} s at most (LANTING_SQLITE=compile leaves it out)`,
  sqlitePrebuilt: (version, digest) => `SQLite ${version}, the prebuilt binary, SHA-256 ${digest}`,
  sqliteNoPrebuilt: (reason) => `no prebuilt SQLite: ${reason}`,
  sqliteCompiling: 'compiling SQLite, takes a minute or two',
  sqliteCompiled: (version) => `SQLite ${version}, compiled here`,
  sqliteNeither: (reason, advice) => `there is no SQLite that works: it can't be compiled here either (${reason}).
To compile it, install Python 3, make and a C++ compiler, then repeat the set-up:
${advice}
Or let it get the prebuilt binary: from a mirror of the releases of the npm package sqlite3, by
npm_config_sqlite3_binary_host=ADDRESS, or from a folder with the file of its release, by
npm_config_sqlite3_local_prebuilds=FOLDER (an absolute path).`,
  compileFailed: 'see the messages above',
  otherVersion: (found, expected) => `it holds SQLite ${found}, and the package as locked promises ${expected}`,
  noAnswer: (seconds) => `no end within ${seconds} s`,
  endedBy: (signal) => `loading it ends the program (${signal})`,
  noBinary: 'there is none',
  building: 'compiling',
  notBuilt: 'the sources do not compile.',
  browserTrying: (source) => `no Chromium found, trying ${source} (LANTING_BROWSER=off leaves it out)`,
  browserNone: 'no Chromium; lists drawn by script will be reported as not rendered',
  unwritable: (path) => `no permission to write ${path}; run the set-up as the user to whom the folder belongs.`,
  compilerWindows: 'Visual Studio Build Tools with "Desktop development with C++", and Python 3:',
  compilerAny: 'by the package manager of this system',
};

const ZH = {
  olderNode: (wanted, found) => `本项目需要 Node ${wanted}，现为 ${found}。请安装较新的 Node。`,
  installing: '按锁定的版本安装依赖',
  notInstalled: 'npm ci 失败，原因见上。',
  sqliteUnusable: (reason) => `现有的 SQLite 二进制文件不能用：${reason}。现予替换`,
  sqliteDownload: (seconds) => `下载 SQLite 的预编译文件，至多 ${seconds} 秒（设 LANTING_SQLITE=compile 则不下载）`,
  sqlitePrebuilt: (version, digest) => `SQLite ${version}，预编译文件，SHA-256 ${digest}`,
  sqliteNoPrebuilt: (reason) => `没有可用的 SQLite 预编译文件：${reason}`,
  sqliteCompiling: '正在编译 SQLite，需要一两分钟',
  sqliteCompiled: (version) => `SQLite ${version}，在本机编译`,
  sqliteNeither: (reason, advice) => `没有可用的 SQLite：在本机也未能编译（${reason}）。
编译需要 Python 3、make 和 C++ 编译器，请安装后重新运行：
${advice}
也可改用预编译文件：用 npm_config_sqlite3_binary_host=地址 指定 npm 包 sqlite3 发布文件的镜像，
或用 npm_config_sqlite3_local_prebuilds=目录 指定放有该发布文件的目录（绝对路径）。`,
  compileFailed: '原因见上',
  otherVersion: (found, expected) => `其中的 SQLite 为 ${found}，锁定的包应为 ${expected}`,
  noAnswer: (seconds) => `${seconds} 秒内没有完成`,
  endedBy: (signal) => `一加载程序即中止（${signal}）`,
  noBinary: '没有该文件',
  building: '正在编译',
  notBuilt: '源代码不能编译。',
  browserTrying: (source) => `没有找到 Chromium，正在尝试 ${source}（设 LANTING_BROWSER=off 则不试）`,
  browserNone: '没有 Chromium；由脚本绘出的栏目将列为“未绘出”',
  unwritable: (path) => `没有写入 ${path} 的权限；请以该目录所属的用户运行。`,
  compilerWindows: 'Visual Studio Build Tools（勾选“使用 C++ 的桌面开发”）和 Python 3：',
  compilerAny: '用本系统的软件包管理器安装',
};

/** Chinese for zh_*, else English. Where no variable names a locale (Windows), that of the system. */
export function wordsOf(env) {
  const named = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale;
  return named.startsWith('zh') ? ZH : EN;
}

export const words = wordsOf(process.env);
