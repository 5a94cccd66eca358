@echo off
rem The same door as ./dev, for Windows.
rem UNTRIED: written beside the tested POSIX script, but never run on a Windows
rem machine. If a line here is wrong, please mend it and take this note away.
setlocal EnableExtensions
cd /d "%~dp0"
set "PYTHONDONTWRITEBYTECODE="
set "PYTHONPATH="
set "PYTHONHOME="
set "VENV=%SUPPLE_VENV%"
if not defined VENV set "VENV=%~dp0.venv"
set "RUN=%VENV%\Scripts\python.exe"

set "COMMAND=%~1"
if not defined COMMAND set "COMMAND=help"
shift
if "%~1"=="--" if "%COMMAND%"=="run" shift
set "ARGS="
:collect
if "%~1"=="" goto collected
set ARGS=%ARGS% %1
shift
goto collect
:collected

if "%COMMAND%"=="run" goto run
if "%COMMAND%"=="test" goto test
if "%COMMAND%"=="lint" goto lint
if "%COMMAND%"=="bench" goto bench
if "%COMMAND%"=="screenshots" goto screenshots
if "%COMMAND%"=="package" set "SCRIPT=package" & goto making
if "%COMMAND%"=="release" set "SCRIPT=release" & goto making
call :usage
if "%COMMAND%"=="help" exit /b 0
exit /b 2

:run
call :ready || exit /b 3
"%RUN%" -m supple%ARGS%
exit /b %ERRORLEVEL%

:test
call :ready || exit /b 3
if not defined QT_QPA_PLATFORM set "QT_QPA_PLATFORM=offscreen"
"%RUN%" -m pytest%ARGS%
exit /b %ERRORLEVEL%

:lint
call :ready || exit /b 3
set "FAILED="
"%VENV%\Scripts\ruff.exe" check . || set "FAILED=1"
"%VENV%\Scripts\ruff.exe" format --check . || set "FAILED=1"
"%VENV%\Scripts\mypy.exe" || set "FAILED=1"
"%VENV%\Scripts\mypy.exe" bench packaging/dev packaging/make || set "FAILED=1"
"%VENV%\Scripts\lint-imports.exe" --no-logo || set "FAILED=1"
"%RUN%" packaging\dev\mirror.py || set "FAILED=1"
"%RUN%" packaging\dev\modules.py || set "FAILED=1"
if defined FAILED exit /b 1
exit /b 0

:bench
call :ready || exit /b 3
if not defined ARGS set "ARGS= all"
for /f "tokens=1*" %%a in ("%ARGS%") do (
    if not exist "bench\%%a.py" (
        echo There is no bench\%%a.py.
        exit /b 2
    )
    "%RUN%" "bench\%%a.py" %%b
)
exit /b %ERRORLEVEL%

:screenshots
if not defined ARGS (
    echo Usage: dev screenshots DIR
    exit /b 2
)
call :ready || exit /b 3
set "QT_QPA_PLATFORM=offscreen"
"%RUN%" -m supple.shell.screenshots%ARGS%
exit /b %ERRORLEVEL%

:making
call :ready || exit /b 3
"%RUN%" packaging\make\%SCRIPT%.py%ARGS%
exit /b %ERRORLEVEL%

:ready
if not exist "%RUN%" goto make
fc /b pyproject.toml "%VENV%\supple-pyproject.toml" >nul 2>&1 || goto install
fc /b constraints.txt "%VENV%\supple-constraints.txt" >nul 2>&1 || goto install
exit /b 0

:make
call :findpython || exit /b 1
echo Preparing %VENV%; this takes a minute the first time.
%FOUND% -m venv "%VENV%" || exit /b 1
:install
"%RUN%" -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]" || exit /b 1
copy /y pyproject.toml "%VENV%\supple-pyproject.toml" >nul
copy /y constraints.txt "%VENV%\supple-constraints.txt" >nul
exit /b 0

:findpython
set "CHECK=import sys; sys.exit(sys.version_info < (3, 11))"
if defined PYTHON (
    set FOUND="%PYTHON%"
    "%PYTHON%" -c "%CHECK%" >nul 2>&1 && exit /b 0
    echo PYTHON=%PYTHON% does not run or is older than Python 3.11.
    exit /b 1
)
for %%p in ("py -3.13" "py -3.12" "py -3.11" "python") do (
    %%~p -c "%CHECK%" >nul 2>&1 && set "FOUND=%%~p" && exit /b 0
)
echo Supple needs Python 3.11 or newer. Install it from the Microsoft Store or python.org.
exit /b 1

:usage
echo Usage: dev COMMAND
echo.
echo   run [-- ARGS]        start the program; ARGS go to it
echo   test [ARGS]          run the tests; ARGS go to pytest
echo   lint                 style, types, import contracts, test tree
echo   bench [NAME]         run bench\NAME.py; without a name all, in one table
echo   screenshots DIR [X]  write a picture of every page, or those with X in their names, into DIR
echo   package [PART]       make what is handed to people into dist: wheel, app
echo   release X.Y.Z        tag a version and package it; --check only says if it can be
echo   help                 this text
exit /b 0
