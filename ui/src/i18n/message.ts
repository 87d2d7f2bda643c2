/** Message syntax: `{name}` is replaced by the parameter of that name; every other sign stands for itself. */
import type { MessageCompiler, MessageContext, MessageFunction } from 'vue-i18n'

type Piece = { text: string } | { name: string }

function piecesOf(message: string): Piece[] {
  return message.split(/(\{\w+\})/u).map((part) => {
    const name = /^\{(\w+)\}$/u.exec(part)?.[1]
    return name === undefined ? { text: part } : { name }
  })
}

const compiled = new Map<string, MessageFunction<string>>()

/** Compiles one message of the locale files, each once. Unknown parameters leave nothing behind. */
export const compileMessage: MessageCompiler<string, unknown> = (message) => {
  const source = String(message)
  const known = compiled.get(source)
  if (known) return known
  const pieces = piecesOf(source)
  const render = (context: MessageContext<string>) =>
    pieces.map((piece) => ('text' in piece ? piece.text : String(context.named(piece.name) ?? ''))).join('')
  compiled.set(source, render)
  return render
}
