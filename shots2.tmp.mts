import { launched } from './test/browser/opened-page.ts';
const url='http://localhost:4120';
const b=await launched();
for(const dark of [false,true]) for(const [w,h] of [[390,844],[1280,900]]){const c=await b.newContext({viewport:{width:w,height:h},colorScheme:dark?'dark':'light',bypassCSP:true});const p=await c.newPage();await p.goto(url+'/rankings/pci/2021?unit=VN63-46&peers=VN63-48&joined=weights',{waitUntil:'networkidle'});await p.waitForTimeout(800);await p.locator('.ladder').scrollIntoViewIfNeeded();const s=p.locator('section:has(.ladder)');await s.screenshot({path:`/tmp/shots/ladder-${w}-${dark?'dark':'light'}.png`});await c.close();}
await b.close();
