import { ask, attempt, call, often } from './operator-tools.js';
import { showCreators, startCreators } from './operator-creators.js';
import { clearRequests, startRequests } from './operator-requests.js';
import { startFaults } from './operator-faults.js';
import { showSettings, startClock, startSettings, startWebhooks } from './operator-world.js';

startCreators();
await often(showCreators, 5000);
startRequests();
startFaults();
startClock();
startWebhooks();
await attempt(startSettings);

document.getElementById('reset').addEventListener('click', async () => {
  const sure = await ask('Reset everything? Posts, tokens, added creators and deliveries are gone for good; settings and clock go back.', 'Reset');
  if (!sure) return;
  await attempt(async () => {
    await call('POST', '/sandbox/reset', {});
    clearRequests();
    await Promise.all([showCreators(true), showSettings()]);
  }, 'Everything is as in the beginning');
});
