/* The command line: one command per file in main/cli/. */

const usage = '用法:npm run --silent export -- --data 文件夹 --period 2026Q3 --out 文件.xlsx\n';

process.stderr.write(usage);
process.exit(2);
