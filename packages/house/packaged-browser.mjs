import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const require = createRequire(import.meta.url);

/** It brings the libraries and the font that a bare machine lacks; where the machine has its own, those are used. */
const LAUNCHER = `#!/bin/sh
here=$(dirname "$0")
"$here/chromium" --version >/dev/null 2>&1 || export LD_LIBRARY_PATH="$here/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"
exec "$here/chromium" "$@"
`;

/** @param {string} folder */
const fontsIn = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;

/**
 * Unpacks the Chromium that comes as an npm package, once for each version and user, and returns how to start it;
 * undefined where the package has nothing for this platform.
 *
 * Left to itself the package unpacks straight to /tmp/chromium: a run that was interrupted, or another user's, would be
 * taken for good. So it unpacks in a folder of its own, which is moved into place when it is complete.
 */
export async function unpackBrowser() {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const entry = require.resolve("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(join(dirname(entry), "..", "package.json"), "utf8"));
  const folder = join(tmpdir(), `bandeng-chromium-${version}-${userInfo().uid}`);
  const launcher = join(folder, "browser");
  if (existsSync(launcher)) return launcher;

  const staging = mkdtempSync(`${folder}-`);
  const script = `import(${JSON.stringify(entry)}).then((chromium) => chromium.default.executablePath())`;
  await promisify(execFile)(process.execPath, ["-e", script], {
    // The package unpacks into TMPDIR, and the libraries only where it believes to be in AWS.
    env: { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
  });
  writeFileSync(join(staging, "fonts.conf"), fontsIn(folder));
  writeFileSync(join(staging, "browser"), LAUNCHER);
  chmodSync(join(staging, "browser"), 0o755);
  try {
    renameSync(staging, folder);
  } catch {
    rmSync(staging, { recursive: true, force: true }); // another run was faster
  }
  return launcher;
}
