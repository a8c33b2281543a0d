"""``completion``: what a shell needs so that Tab knows the commands, their options and their values.

Each script asks the program itself, so it never has to be printed anew; `cli.offering` gives the answer.
"""

from collections.abc import Mapping
from typing import Final

from ryggkompis.cli.options import kinds
from ryggkompis.cli.output import as_is
from ryggkompis.cli.parser import Parser
from ryggkompis.cli.status import DONE
from ryggkompis.cli.wiring import Run, Surroundings
from ryggkompis.i18n.language import _

# `compopt` came with bash 4; macOS has 3.2, which completes names by itself.
_BASH: Final = r"""
_ryggkompis() {
  local current="${COMP_WORDS[COMP_CWORD]}" line value
  local -a lines=()
  COMPREPLY=()
  while IFS= read -r line; do
    lines+=("$line")
  done < <("$1" "--complete=$current" "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)
  case "${lines[0]-}" in
    :file) compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$current")); return ;;
    :folder) compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$current")); return ;;
  esac
  for line in ${lines[@]+"${lines[@]}"}; do
    value="${line%%$'\t'*}"
    # What it means is shown where several are listed, and never typed.
    if [ "${#lines[@]}" -gt 1 ] && [ "${COMP_TYPE-9}" = 63 ] && [ "$line" != "$value"$'\t' ]; then
      value="$value  (${line#*$'\t'})"
      value="${value:0:${COLUMNS:-80}-1}"
    fi
    COMPREPLY+=("$value")
  done
}
complete -F _ryggkompis ryggkompis
"""
_ZSH: Final = r"""
#compdef ryggkompis
_ryggkompis() {
  local line
  local -a lines values meanings before
  (( CURRENT > 2 )) && before=("${(@Q)words[2,CURRENT-1]}")
  lines=("${(@f)$(ryggkompis "--complete=${(Q)words[CURRENT]}" $before 2>/dev/null)}")
  case "${lines[1]}" in
    :file) _files; return ;;
    :folder) _files -/; return ;;
  esac
  for line in $lines; do
    values+=("${line%%$'\t'*}")
    meanings+=("${line/$'\t'/  }")
  done
  # The program has chosen what fits, also by what it means.
  (( $#values )) && compadd -U -l -d meanings -a values
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
if [[ "${funcstack[1]}" = _ryggkompis ]]; then _ryggkompis "$@"; else compdef _ryggkompis ryggkompis; fi
"""
_FISH: Final = r"""
function __ryggkompis_offers
    set -l current (commandline -ct)
    set -l before (commandline -opc)
    set -l lines (ryggkompis "--complete=$current" $before[2..-1] 2>/dev/null)
    switch "$lines[1]"
        case :file
            __fish_complete_path $current
        case :folder
            __fish_complete_directories $current ''
        case '*'
            printf '%s\n' $lines
    end
end
complete -c ryggkompis -e
complete -c ryggkompis -f -k -a '(__ryggkompis_offers)'
"""
_POWERSHELL: Final = r"""
Register-ArgumentCompleter -Native -CommandName ryggkompis -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $spoken = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    try { $lines = @(& ryggkompis "--complete=$wordToComplete" @words 2>$null) }
    finally { [Console]::OutputEncoding = $spoken }
    # For the name of a file PowerShell is left to itself.
    if ($lines.Count -gt 0 -and $lines[0] -in ':file', ':folder') { return }
    foreach ($line in $lines) {
        $value, $means = $line -split "`t", 2
        if (-not $means) { $means = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $means)
    }
}
"""
SCRIPTS: Final[Mapping[str, str]] = {
    "bash": _BASH,
    "zsh": _ZSH,
    "fish": _FISH,
    "powershell": _POWERSHELL,
}


def completion_command(parser: Parser) -> Run:
    """Take the name of a shell."""
    parser.shows("completion bash >> ~/.bashrc", _("for bash; open a new terminal afterwards"))
    parser.shows("completion zsh >> ~/.zshrc", _("for zsh"))
    parser.shows("completion fish > ~/.config/fish/completions/ryggkompis.fish", _("for fish"))
    parser.shows("completion powershell >> $PROFILE", _("for PowerShell"))
    shells = kinds.words(tuple(SCRIPTS), _("the shell"))
    parser.takes_word("shell", shells, _("which shell it is for"), least=1)
    return _complete


def _complete(here: Surroundings) -> int:
    for line in SCRIPTS[here.said.shell].strip().splitlines():
        as_is(line)
    return DONE
