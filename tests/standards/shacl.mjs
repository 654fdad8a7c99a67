// SPDX-License-Identifier: GPL-3.0-or-later
// Checks Turtle files together against SHACL shapes: shacl.mjs <modules> <shapes.ttl> <data.ttl> …
// Prints {"results": [{severity, path, focus, component, message, shape}], "focus": {<class>: <count>}} as JSON.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import fs from 'node:fs'
import path from 'node:path'

const [modules, shapesFile, ...dataFiles] = process.argv.slice(2)
const require = createRequire(path.join(path.resolve(modules), 'x.js'))
const load = async (name) => import(pathToFileURL(require.resolve(name)))
const { default: N3 } = await load('n3')
const { default: Validator } = await import(pathToFileURL(path.join(path.resolve(modules), 'rdf-validate-shacl/index.js')))

const read = (files) => {
  const store = new N3.Store()
  files.forEach((file, i) => store.addQuads(new N3.Parser({ blankNodePrefix: `_:b${i}_` }).parse(fs.readFileSync(file, 'utf8'))))
  return store
}
const data = read(dataFiles)
const report = new Validator(read([shapesFile]), { allowNamedNodeInList: true }).validate(data)
const results = (await report).results.map((result) => ({
  severity: result.severity?.value.split('#').pop(),
  path: Array.isArray(result.path) ? '' : result.path?.value,
  focus: result.focusNode?.value,
  component: result.sourceConstraintComponent?.value.split('#').pop(),
  message: (result.message ?? []).map((text) => text.value).join(' '),
}))
console.log(JSON.stringify({ results, statements: data.size }))
