// `import … from 'node:crypto'` reads every export of it, and two of them load what no function of ours needs.
module.exports = process.getBuiltinModule('node:crypto');
