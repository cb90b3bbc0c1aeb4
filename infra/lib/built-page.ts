import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';

const ROOT = join(import.meta.dirname, '..', '..');
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');

/**
 * The dashboard's files, built by Vite while the app is synthesized, as the functions are bundled then: whoever
 * synthesizes has the page, without a step before it. Throws what Vite complains of.
 */
export const builtPage = (): ISource =>
  Source.asset(join(ROOT, 'services', 'dashboard'), {
    // Of what was built: the sources of the page lie in other packages too.
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      local: {
        tryBundle: (folder) => {
          execFileSync(process.execPath, [VITE, 'build', '--outDir', folder, '--logLevel', 'warn'], {
            cwd: join(ROOT, 'services', 'dashboard'),
            // A synthesis that a test has started would otherwise build the page for development.
            env: { ...process.env, NODE_ENV: 'production' },
            stdio: ['ignore', process.stderr, process.stderr],
          });
          return true;
        },
      },
      // Asked for by the type; what is bundled here is never bundled by Docker.
      image: DockerImage.fromRegistry('scratch'),
    },
  });
