import { launched } from './test/browser/opened-page.ts';
import { unitSets } from '@chi-so/reference-data/catalogue';
import { readFileSync } from 'node:fs';
const url='http://localhost:4120';
const token=/(eyJ[\w.-]+)/.exec(readFileSync('/tmp/start.log','utf8'))![1];
const put=async(m,p,body)=>{const r=await fetch(url+p,{method:m,headers:{authorization:`Bearer ${token}`,'content-type':'application/json'},body:JSON.stringify(body)});if(r.status>=400)console.log(p,r.status,(await r.text()).slice(0,300));return r};
const PLAN={title:'Kế hoạch nâng hạng',document:'11/KH-UBND',issued_on:'2018-01-15',rows:[
{ index: 'pci', target_kind: 'score', target: 60, office: 'Sở Tài chính' },
{ index: 'pci', target_kind: 'rank', target: 39, office: 'Sở KH&ĐT', deadline: '2021-05-31', note: 'Họp quý' },
{ index: 'papi', target_kind: 'rank', target: 1, office: 'Sở Nội vụ', deadline: '2020-12-31' },
{ index: 'pci', component: 'land', target_kind: 'score', target: 9, office: 'Sở TN&MT', deadline: '2099-12-31' }]};
await put('PUT','/v1/targets/VN63-54/2019',PLAN);
await put('PUT','/v1/targets/VN63-54/2018',PLAN);
const provinces=unitSets().find(({unit_set})=>unit_set==='VN34')!.units;
const tableOf=(year,change=(n,s)=>s)=>[['Tỉnh',`Điểm PII ${year}`],...provinces.map(({name_vi},i)=>[name_vi,change(name_vi,60-i*0.37).toFixed(2).replace('.',',')])].map(c=>c.join('\t')+'\n').join('');
const browser=await launched();
const SIZES=[[390,844],[1280,900],[1920,1080]];
const states={
 'sign-in':async p=>{await p.goto(url+'/sign-in')},
 'sign-in-wrong':async p=>{await p.goto(url+'/sign-in',{waitUntil:'networkidle'});await p.fill('textarea','abc');await p.click('main button')},
 'targets-out':async p=>{await p.goto(url+'/targets/VN63-54/2019')},
};
const inside={
 'targets':async p=>{await p.goto(url+'/targets/VN63-54/2019',{waitUntil:'networkidle'})},
 'targets-empty':async p=>{await p.goto(url+'/targets/VN63-46/2020',{waitUntil:'networkidle'})},
 'targets-refused':async p=>{await p.goto(url+'/targets/VN63-46/2020',{waitUntil:'networkidle'});await p.setInputFiles('input[type=file]',{name:'x.csv',mimeType:'text/csv',buffer:Buffer.from('index,component,target_kind,target,office,deadline,note\n# title: K\npci,,rank,abc,Sở,2021-99-01,\nxyz,,rank,3,Sở,,\n')});await p.waitForTimeout(1500)},
 'releases':async p=>{await p.goto(url+'/releases',{waitUntil:'networkidle'})},
 'releases-pasted':async p=>{await p.goto(url+'/releases',{waitUntil:'networkidle'});await paste(p,tableOf(2024));await p.waitForTimeout(1500)},
 'releases-nonsense':async p=>{await p.goto(url+'/releases',{waitUntil:'networkidle'});await p.setInputFiles('input[type=file]',{name:'x.docx',mimeType:'application/octet-stream',buffer:Buffer.from('PK nothing')});await p.waitForTimeout(1200)},
 'draft-wrong':async p=>{await draft(p,'wrong'+id,tableOf(2023,(n,s)=>n==='Đà Nẵng'?480.95:s))},
 'draft-warned':async p=>{await draft(p,'warned'+id,tableOf(2023,(n,s)=>n==='Đà Nẵng'?s/10:s))},
 'draft-clean':async p=>{await draft(p,'clean'+id,tableOf(2022));await p.click('text="Hẹn giờ công bố"')},
 'published':async p=>{await draft(p,'pub'+id,tableOf(2021));await p.click('button >> text="Công bố"');await p.click('button >> text="Có, Công bố"');await p.waitForTimeout(1500)},
 'audit':async p=>{await p.goto(url+'/releases/pci/VN63/2019',{waitUntil:'networkidle'})},
 'stages':async p=>{await p.goto(url+'/cchc/VN63-46/2020',{waitUntil:'networkidle'})},
};
let id='';
const paste=async(p,text)=>{await p.waitForSelector('textarea');await p.evaluate(`(()=>{const d=new DataTransfer();d.setData('text/plain',${JSON.stringify(text)});document.querySelector('textarea').dispatchEvent(new ClipboardEvent('paste',{clipboardData:d,bubbles:true,cancelable:true}))})()`)};
const draft=async(p,edition,text)=>{await p.goto(url+'/releases',{waitUntil:'networkidle'});await paste(p,text);await p.waitForSelector('.said-of >> text=Nhận dạng: PII');await p.fill('input[name=edition]',edition);await p.click('text="Lập dự thảo"');await p.waitForSelector('#draft');await p.waitForTimeout(800)};
const only=process.argv.slice(2);
for(const dark of [false,true]) for(const [w,h] of SIZES){ id=`${dark?'d':'l'}${w}${Date.now()%1000}`;
 for(const [set,signed] of [[states,false],[inside,true]] as const) for(const [name,go] of Object.entries(set)){
  if(only.length&&!only.includes(name))continue;
  const ctx=await browser.newContext({viewport:{width:w,height:h},colorScheme:dark?'dark':'light',bypassCSP:true});
  if(signed)await ctx.addInitScript(`sessionStorage.setItem('chiso.token','${token}')`);
  const page=await ctx.newPage();
  try{await go(page);await page.waitForTimeout(600);await page.screenshot({path:`/tmp/shots/${name}-${w}-${dark?'dark':'light'}.png`,fullPage:true});
   const over=await page.evaluate('document.documentElement.scrollWidth-innerWidth');if(over>0)console.log('OVERFLOW',name,w,over)}
  catch(e){console.log('FAILED',name,w,dark,String(e).slice(0,300))}
  await ctx.close();
 }}
await browser.close();
