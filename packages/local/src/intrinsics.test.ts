// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's own syntax
import { describe, expect, it } from 'vitest';
import { createResolver, type Scope } from './intrinsics.ts';
import { createTemplateValues } from './template-values.ts';

const scope: Scope = {
  parameters: { Stage: 'local', Zones: 'a,b,c' },
  conditions: {
    IsLocal: { 'Fn::Equals': [{ Ref: 'Stage' }, 'local'] },
    IsNotLocal: { 'Fn::Not': [{ Condition: 'IsLocal' }] },
    Both: { 'Fn::And': [{ Condition: 'IsLocal' }, { Condition: 'IsNotLocal' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsLocal' }, { Condition: 'IsNotLocal' }] },
  },
  mappings: { Sizes: { local: { memory: '128' } } },
  pseudoParameters: { 'AWS::Region': 'ap-southeast-1' },
  resource: (id) =>
    id === 'Table' ? { ref: 'the-table', attributes: { Arn: 'arn:table', 'A.B': 'nested' } } : undefined,
  importValue: (name) => `imported ${name}`,
  stackOutput: (stack, output) => `${output} of ${stack}`,
};
const resolve = (value: unknown) => createResolver(scope).value(value, 'Fn (AWS::Lambda::Function)');

describe('intrinsic functions', () => {
  it.each([
    [{ Ref: 'Table' }, 'the-table'],
    [{ Ref: 'Stage' }, 'local'],
    [{ Ref: 'AWS::Region' }, 'ap-southeast-1'],
    [{ 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:table'],
    [{ 'Fn::GetAtt': 'Table.A.B' }, 'nested'],
    [{ 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 1]] }, 'a-local-1'],
    [{ 'Fn::Split': [',', { Ref: 'Zones' }] }, ['a', 'b', 'c']],
    [{ 'Fn::Select': [1, { 'Fn::Split': [',', { Ref: 'Zones' }] }] }, 'b'],
    [
      { 'Fn::Sub': 'x-${Stage}-${Table.Arn}-${!literal}-${AWS::Region}' },
      'x-local-arn:table-${literal}-ap-southeast-1',
    ],
    [{ 'Fn::Sub': ['${own}/${Stage}', { own: { Ref: 'Table' } }] }, 'the-table/local'],
    [{ 'Fn::If': ['IsLocal', 'yes', { Ref: 'Nowhere' }] }, 'yes'],
    [{ 'Fn::If': ['IsNotLocal', 'yes', 'no'] }, 'no'],
    [{ 'Fn::If': ['Both', 1, 2] }, 2],
    [{ 'Fn::If': ['Either', 1, 2] }, 1],
    [{ 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, '128'],
    [{ 'Fn::ImportValue': 'name' }, 'imported name'],
    [{ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'TableName' } }, 'TableName of Data'],
    [
      { a: [{ b: { Ref: 'Stage' } }], c: null },
      { a: [{ b: 'local' }], c: null },
    ],
    [{ kept: 1, dropped: { 'Fn::If': ['IsNotLocal', 'x', { Ref: 'AWS::NoValue' }] } }, { kept: 1 }],
    [[1, { Ref: 'AWS::NoValue' }], [1]],
  ])('resolves %j', (value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it('names the resource and the attribute when it does not have it', () => {
    expect(() => resolve({ 'Fn::GetAtt': ['Table', 'Colour'] })).toThrow(/attribute Colour .* resource Table/);
  });

  it('names what refers to a resource that does not exist', () => {
    expect(() => resolve({ env: { Ref: 'Nowhere' } })).toThrow(/Fn \(AWS::Lambda::Function\)\.env.*Nowhere/);
  });

  it('fails for a function that it does not know', () => {
    expect(() => resolve({ 'Fn::Transform': {} })).toThrow('Fn::Transform is not emulated');
  });

  it('does not take names of Object.prototype for parameters or attributes', () => {
    expect(() => resolve({ Ref: 'constructor' })).toThrow('constructor');
    expect(() => resolve({ 'Fn::GetAtt': ['Table', 'toString'] })).toThrow('toString');
  });
});

describe('values of a whole assembly', () => {
  const stack = (name: string, parts: object) => ({
    ...{ name, parameters: {}, conditions: {}, mappings: {}, resources: {}, outputs: {} },
    ...parts,
  });
  const bucket = { type: 'AWS::S3::Bucket', properties: {}, condition: undefined };
  const data = stack('Data', {
    resources: { Bucket: bucket },
    outputs: {
      Name: { value: { Ref: 'Bucket' }, export: 'Data:Name', condition: undefined },
    },
  });
  const reader = (value: unknown) => ({
    type: 'AWS::Lambda::Function',
    properties: { Environment: value },
    condition: undefined,
  });

  it('resolves a reference to another stack through its export and through its published output', () => {
    const service = stack('Service', {
      resources: {
        A: reader({ 'Fn::ImportValue': 'Data:Name' }),
        B: reader({ 'Fn::GetStackOutput': { StackName: 'Data', OutputName: 'Name', Region: { Ref: 'AWS::Region' } } }),
      },
    });
    const values = createTemplateValues({ stacks: [data, service], assets: new Map() }, {});
    for (const resource of values.resources('AWS::S3::Bucket')) values.provide(resource, { ref: 'b', attributes: {} });
    expect(values.resources('AWS::Lambda::Function').map(({ properties }) => properties.Environment)).toEqual([
      'b',
      'b',
    ]);
  });

  it('fails for a parameter that nobody gave a value, and for a value of no parameter', () => {
    const asking = stack('Asking', {
      parameters: { Issuer: { type: 'String', default: undefined } },
      resources: { Bucket: bucket },
    });
    const assembly = { stacks: [asking], assets: new Map<string, string>() };
    expect(() => createTemplateValues(assembly, {}).resources('AWS::S3::Bucket')).toThrow(
      /Issuer .* Asking has no value/,
    );
    expect(() => createTemplateValues(assembly, { Isuer: 'x' })).toThrow('Isuer');
  });

  it('leaves out resources whose condition is false', () => {
    const conditional = stack('Conditional', {
      conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      resources: { Bucket: { ...bucket, condition: 'Never' } },
    });
    expect(createTemplateValues({ stacks: [conditional], assets: new Map() }, {}).resources('AWS::S3::Bucket')).toEqual(
      [],
    );
  });
});
